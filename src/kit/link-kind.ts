type LinkKind = 'web' | 'inside' | 'none'

/** What a link of somebody's text may do: lead to the web, be followed inside the studio, or nothing. Any scheme but those of the web and of mail is nothing. */
export function linkKind(href: string): LinkKind {
  // oxlint-disable-next-line no-control-regex -- browsers pass over these, so that they could hide a scheme
  const link = href.replace(/[\u0000-\u0020\u007f-\u00a0]/g, '')
  if (/^(https?:|mailto:|[/\\]{2})/i.test(link)) return 'web'
  return link === '' || /^[^/?#]*:/.test(link) || /^[^/?#]*(%3a|&#)/i.test(link) ? 'none' : 'inside'
}

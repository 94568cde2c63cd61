/** The first line of a Markdown text that says something, without its marks, for places that have one line. */
export function plainLine(markdown: string): string {
  const lines = markdown.split(/\r?\n/).filter((line) => !/^\s*(```|~~~|---+|===+|\*\*\*+|\|?[\s:|-]*\|[\s:|-]*)\s*$/.test(line)).map(plain)
  return lines.find((line) => line !== '') ?? ''
}

function plain(line: string): string {
  return line
    .replace(/^\s*(#{1,6}\s+|>\s?|[-*+]\s+(\[[ xX]\]\s+)?|\d+[.)]\s+)*/, '').replace(/\s+#+\s*$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2').replace(/(^|[^\w*\\])[*](?=\S)([^*]+?)(?<=\S)[*](?![\w*])/g, '$1$2').replace(/(^|[^\w\\])_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, '$1$2')
    .replace(/~~(.+?)~~/g, '$1').replace(/`+([^`]+)`+/g, '$1').replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1').trim()
}

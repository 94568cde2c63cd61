import './plot.css'
/** The shares of valid, missing and invalid values as a thin line. */
export function QualityBar({ valid, missing, invalid }: { readonly valid: number; readonly missing: number; readonly invalid: number }) {
  const total = valid + missing + invalid
  const parts = [['valid', valid], ['missing', missing], ['invalid', invalid]] as const
  const words = parts.map(([name, count]) => `${count.toLocaleString('en-US')} ${name}`).join(', ')
  return (
    <div className="quality" role="img" aria-label={words} title={words}>
      {parts.map(([name, count]) => count > 0 && <i key={name} className={name} style={{ flexGrow: Math.max(count / total, 0.02) }} />)}
    </div>
  )
}

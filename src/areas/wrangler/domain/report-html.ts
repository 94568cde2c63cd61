import type { Report } from './analysis.ts'

/** The report as one HTML file without scripts; everything from the data is escaped. */
export function reportHtml(report: Report): string {
  const { dataset, rows, columns, at, warnings, profiles, scope } = report
  const over = scope.kind === 'exact' ? 'exact, all rows' : `sample of ${count(scope.rows)} rows`
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Quality of ${escaped(dataset)}</title>
<style>${style}</style>
<main><h1>Data quality: ${escaped(dataset)}</h1>
<p>${count(rows)} rows · ${count(columns)} columns · ${escaped(over)} · ${escaped(at.slice(0, 16).replace('T', ' '))} UTC</p>
<h2>Warnings (${warnings.length})</h2>
${warnings.length === 0 ? '<p>None found.</p>' : `<table><thead><tr><th>Severity<th>What<th>Detail</thead><tbody>${warnings.map((one) => `<tr class="${one.severity}"><td>${one.severity}<td>${escaped(one.title)}<td>${escaped(one.detail)}`).join('')}</tbody></table>`}
<h2>Columns</h2>
${profiles.map(section).join('\n')}
</main></html>
`
}

function section({ name, type, figures, bins, top }: Report['profiles'][number]): string {
  const bars = bins.length > 0 ? bins.map(({ label, count: n }) => [label, n] as const) : top.map(({ value, count: n }) => [value, n] as const)
  const most = Math.max(1, ...bars.map(([, n]) => n))
  const chart = bars.map(([label, n]) => `<div class="bar" title="${escaped(label)}: ${count(n)}"><i style="width:${((n / most) * 100).toFixed(1)}%"></i><span>${escaped(label)}</span><b>${count(n)}</b></div>`).join('')
  return `<section><h3>${escaped(name)} <small>${escaped(type)}</small></h3><dl>${figures.map(({ label, value }) => `<dt>${escaped(label)}<dd>${escaped(value)}`).join('')}</dl><div>${chart}</div></section>`
}

function count(n: number): string {
  return n.toLocaleString('en-US')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const style = `:root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;margin:0}main{max-width:64rem;margin:auto;padding:24px}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:4px 8px;border-bottom:1px solid #8884}tr.high td:first-child{color:#c22;font-weight:600}tr.medium td:first-child{color:#b70}
section{display:grid;grid-template-columns:16rem 1fr;gap:4px 24px;border-top:1px solid #8884;padding:12px 0}h3{grid-column:1/-1;margin:0}small{font-weight:400;opacity:.7}
dl{display:grid;grid-template-columns:auto 1fr;gap:0 12px;margin:0}dd{margin:0;text-align:right;font-variant-numeric:tabular-nums}
.bar{position:relative;display:flex;justify-content:space-between;padding:0 6px;font-size:12px;height:18px}.bar i{position:absolute;inset:1px auto 1px 0;background:#3366d633;border-radius:2px}.bar b{font-weight:400;font-variant-numeric:tabular-nums}`

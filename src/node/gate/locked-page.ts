/** The page for a browser without a session; no script, nothing from the request in it. */
export function lockedPage(message: string): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Atelier is locked</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0}main{max-width:34rem;padding:24px}h1{font-size:20px}code{font-family:ui-monospace,monospace}</style>
<main><h1>Atelier is locked</h1><p>${text}</p><p>The address looks like <code>http://127.0.0.1:4400/?code=…</code> and works once.</p></main></html>`
}

import type { Server } from './server.ts'

/** Puts a file among a run's artifacts. */
export async function keepArtifact({ url, token }: Pick<Server, 'url' | 'token'>, { run, path, body }: { readonly run: string; readonly path: string; readonly body: string | Uint8Array<ArrayBuffer> }): Promise<void> {
  const response = await fetch(`${url()}ajax-api/2.0/mlflow/upload-artifact?run_uuid=${run}&path=${encodeURIComponent(path)}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }, body })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
}

/** One red pixel. */
export const redPixel = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), (sign) => sign.charCodeAt(0))

/** A page that tries what a hostile artifact would: to reach the studio's page, its cookie and its calls. */
export const hostilePage = `<!doctype html><p id="out">untouched</p><script>
const tries = []
try { parent.document.title = 'taken'; tries.push('parent') } catch { /* refused */ }
try { if (document.cookie) tries.push('cookie') } catch { /* refused */ }
fetch('/api/jobs.list', { method: 'POST', body: '{}', headers: { 'x-atelier': '1' } }).then(() => tries.push('network'), () => {}).finally(() => { document.getElementById('out').textContent = 'reached: ' + (tries.join(', ') || 'nothing') })
</script>`

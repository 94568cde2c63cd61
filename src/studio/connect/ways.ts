import type { Connection } from '#areas/workspaces/contract.ts'

export interface Way { readonly id: 'sh' | 'powershell' | 'python'; readonly label: string; readonly language: string; readonly write: (pairs: readonly (readonly [name: string, value: string])[]) => string }

/** The same variables for each place they are set in. */
export const ways: readonly Way[] = [
  { id: 'sh', label: 'Terminal', language: 'shell', write: (pairs) => pairs.map(([name, value]) => `export ${name}=${value}`).join('\n') },
  { id: 'powershell', label: 'PowerShell', language: 'powershell', write: (pairs) => pairs.map(([name, value]) => `$env:${name} = "${value}"`).join('\n') },
  { id: 'python', label: 'Python', language: 'python', write: (pairs) => ['import os', ...pairs.map(([name, value]) => `os.environ["${name}"] = "${value}"`)].join('\n') },
]

/** What `mlflow` reads from the environment. */
export function variablesOf({ url, token }: Connection): readonly (readonly [name: string, value: string])[] {
  return [['MLFLOW_TRACKING_URI', url], ...(token === null ? [] : [['MLFLOW_TRACKING_TOKEN', token] as const])]
}

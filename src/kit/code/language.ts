const byEnding: Readonly<Record<string, string>> = {
  py: 'python', pyi: 'python', ipynb: 'json', sql: 'sql', json: 'json', jsonl: 'json', ndjson: 'json', geojson: 'json', md: 'markdown', markdown: 'markdown', yaml: 'yaml', yml: 'yaml', toml: 'ini', ini: 'ini', cfg: 'ini', conf: 'ini', env: 'ini',
  js: 'javascript', mjs: 'javascript', cjs: 'javascript', jsx: 'javascript', ts: 'typescript', tsx: 'typescript', html: 'html', htm: 'html', xml: 'xml', svg: 'xml', css: 'css', scss: 'scss', less: 'less',
  sh: 'shell', bash: 'shell', zsh: 'shell', ps1: 'powershell', bat: 'bat', r: 'r', jl: 'julia', scala: 'scala', java: 'java', kt: 'kotlin', go: 'go', rs: 'rust', c: 'cpp', h: 'cpp', cpp: 'cpp', cc: 'cpp', hpp: 'cpp', cs: 'csharp', rb: 'ruby', php: 'php',
  swift: 'swift', lua: 'lua', pl: 'perl', proto: 'proto', graphql: 'graphql', tf: 'hcl', rst: 'restructuredtext',
}

const byName: Readonly<Record<string, string>> = { dockerfile: 'dockerfile', '.bashrc': 'shell', '.profile': 'shell', '.gitconfig': 'ini', '.editorconfig': 'ini', '.env': 'ini' }

/** The language that colours a file of this name. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return byName[name] ?? byEnding[name.slice(name.lastIndexOf('.') + 1)] ?? 'plaintext'
}

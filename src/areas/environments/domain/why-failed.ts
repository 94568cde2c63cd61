/** What went wrong in a build, in a sentence with what to do, told from the installer's own words; undefined where they say nothing known. */
export function whyFailed(log: string): string | undefined {
  return causes.flatMap(([pattern, tell]) => { const found = pattern.exec(log); return found ? [tell(found)] : [] })[0]
}

const causes: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/uv\.lock does not fit pyproject\.toml any more/, () => 'The lock is older than what pyproject.toml declares. Run “uv lock” in the folder of the environment, or delete uv.lock to build without one.'],
  [/no space left on device|os error 28|ENOSPC|Errno 28/i, () => 'The disk is full. Free some space, or prune environments that nothing uses, and build again; what was half built is removed by itself.'],
  [/ensurepip is not available|No module named (ensurepip|venv)/i, () => 'This Python cannot make environments: its venv part is missing. On Debian and Ubuntu run: sudo apt install python3-venv'],
  [/dns error|failed to lookup address|Temporary failure in name resolution|Name or service not known|Network is unreachable|Connection refused|tcp connect error|Could not connect|client error \(Connect\)|Failed to establish a new connection/i, () => 'The package index cannot be reached: there is no network, or a proxy or UV_INDEX_URL is missing. What is in the cache still builds.'],
  [/timed out|operation timed out|ReadTimeout/i, () => 'The package index did not answer in time. Try again when the network is better.'],
  [/Because (\S+) was not found in the (?:package registry|provided package locations|cache)/i, ([, name = '']) => `There is no package “${name}” in the index. Check how it is spelt.`],
  [/No matching distribution found for (\S+)/i, ([, name = '']) => `There is no “${name}” in the index for this Python. Check its name and version.`],
  [/Because there is no version of (\S+?)(==|>=|<=|~=|>|<)(\S+)/i, ([, name = '', op = '', version = '']) => `There is no version of “${name}” that is ${op}${version.replace(/[,.]$/, '')}. Choose another version.`],
  [/requirements are unsatisfiable|ResolutionImpossible|conflicting dependencies|No solution found/i, () => 'Some requirements contradict each other; the lines below say which. Loosen one of them.'],
  [/Failed to parse|Invalid requirement|Expected .*? found|Couldn't parse requirement/i, () => 'A line of the requirements cannot be read; the lines below say which.'],
  [/Failed to build|error: command .* failed|metadata-generation-failed|Microsoft Visual C\+\+/i, () => 'A package has no ready-made wheel for this Python and could not be compiled. Choose a version that has one, or another Python.'],
  [/hash mismatch|do not match the hashes/i, () => 'A downloaded package is not what the lock expects. Lock the requirements anew, or look into why the file changed.'],
  [/No interpreter found|Python .* not found/i, () => 'There is no such Python on this machine. Install it, or choose another version.'],
]

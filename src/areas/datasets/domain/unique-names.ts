/** Names made unique without regard to case, as files and data frames need them: `a`, `a_2`; an empty one is `column`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const wanted = name.trim() === '' ? 'column' : name
    const free = [wanted].concat(Array.from({ length: names.length }, (_, i) => `${wanted}_${i + 2}`)).find((n) => !taken.has(n.toLowerCase())) ?? wanted
    taken.add(free.toLowerCase())
    return free
  })
}

/** What is said of names that are missing, or that some reader could not tell apart. */
export function nameWarnings(names: readonly string[]): string[] {
  const unique = uniqueNames(names)
  const groups = Map.groupBy(names.map((name, i) => ({ name, as: unique[i] ?? name })).filter(({ name }) => name !== ''), ({ name }) => name.toLowerCase())
  const clashes = [...groups.values()].filter((group) => group.length > 1)
  const shown = clashes.slice(0, 3).map((group) => `${clashOf(group.map(({ name }) => name))}; in code and exports they are ${listed(group.map(({ as }) => `“${as}”`))}.`)
  const empty = names.flatMap((name, i) => (name === '' ? [`“${unique[i] ?? ''}”`] : []))
  return [
    ...shown, ...(clashes.length > 3 ? [`${clashes.length - 3} more names stand for several columns.`] : []),
    ...(empty.length > 0 ? [`${empty.length} ${empty.length === 1 ? 'column has no name; in code and exports it is' : 'columns have no name; in code and exports they are'} ${listed(empty.slice(0, 5))}${empty.length > 5 ? ' and so on' : ''}.`] : []),
  ]
}

function clashOf(group: readonly string[]): string {
  const [first = '', ...others] = [...new Set(group)]
  const times = (name: string) => group.filter((one) => one === name).length
  const twice = [first, ...others].filter((name) => times(name) > 1).map((name) => `“${name}” stands ${times(name) === 2 ? 'twice' : `${times(name)} times`}`)
  const cased = others.length === 0 ? [] : [`${listed(others.map((name) => `“${name}”`))} ${others.length === 1 ? 'differs' : 'differ'} from “${first}” only in case`]
  return [...twice, ...cased].join(', ')
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

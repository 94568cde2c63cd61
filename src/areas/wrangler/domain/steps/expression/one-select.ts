/** A word, a quoted name, a text or a sign of SQL, without comments; `depth` counts the brackets around it. */
interface Piece { readonly kind: 'word' | 'name' | 'text' | 'sign'; readonly text: string; readonly depth: number }

const pieces = /--[^\n]*|\$(\w*)\$[\s\S]*?\$\1\$|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}\p{M}_$]*|[\d.]+(?:[eE][+-]?\d+)?|\S/gu

const reaching = /^(read_\w+|glob|sniff_csv|parquet_\w+|\w*_?scan|\w*_scan_\w*|scan_\w+|query|query_table|duckdb_\w+|pragma_\w+|getenv|current_setting|which_secret|json_execute_serialized_sql|getvariable|iceberg_\w+|delta_\w+|st_read\w*|from_substrait\w*|load_\w+|write_\w+|copy_\w+|checkpoint|force_checkpoint|test_\w+)$/i
const refused = /^(attach|detach|copy|pragma|set|reset|install|load|insert|update|delete|merge|create|drop|alter|call|export|import|use|vacuum|checkpoint|execute|prepare|begin|commit|rollback|truncate|explain|describe|show|summarize|pivot|unpivot|table|values)$/i
/** Functions that make rows of their arguments alone. */
const making = /^(unnest|range|generate_series|generate_subscripts|repeat|repeat_row|json_each|json_tree|values)$/i
const endsFrom = /^(where|group|having|order|limit|offset|window|qualify|select|union|intersect|except|on|using|sample|with)$/i

/** What keeps this text from being one SELECT over `prev`; the engine that runs it is locked besides. */
export function selectProblem(sql: string): string | undefined {
  const all = piecesOf(sql)
  if (typeof all === 'string') return all
  const body = all.at(-1)?.text === ';' ? all.slice(0, -1) : all
  const [first] = body
  if (!first) return 'Write a SELECT over prev.'
  if (body.some(({ text, kind }) => kind === 'sign' && text === ';')) return 'Write one SELECT only: there is a ; in the middle.'
  if (first.kind !== 'word' || !/^(select|with|from)$/i.test(first.text)) return `Only a SELECT can stand here, and this begins with “${first.text}”.`
  const changing = body.find((piece, i) => piece.kind === 'word' && refused.test(piece.text) && opens(body, i))
  if (changing) return `${changing.text.toUpperCase()} cannot stand in this step: it may only SELECT.`
  const reach = body.find((piece, i) => (piece.kind === 'word' || piece.kind === 'name') && reaching.test(piece.text) && body[i + 1]?.text === '(')
  if (reach) return `${reach.text} reaches outside this table, which this step may not: read from prev, or bring the file in as a data set and join it.`
  return tablesProblem(body)
}

/** True where the query orders its rows itself. */
export function ordersRows(sql: string): boolean {
  const all = piecesOf(sql)
  return typeof all !== 'string' && all.some(({ text, depth, kind }) => kind === 'word' && depth === 0 && /^order$/i.test(text))
}

/** True where a query keeps the order of `prev` by itself: nothing in it groups, joins or combines. */
export function keepsRows(sql: string): boolean {
  const all = piecesOf(sql)
  return typeof all !== 'string' && !all.some(({ text, kind }) => kind === 'word' && /^(group|distinct|join|union|intersect|except|pivot|over|window|unnest)$/i.test(text))
}

function piecesOf(sql: string): Piece[] | string {
  const plain = withoutBlocks(sql)
  if (plain === undefined) return 'A comment /* is not closed: its */ is missing.'
  const found: Piece[] = []
  let depth = 0
  for (const [text] of plain.matchAll(pieces)) {
    if (text.startsWith('--')) continue
    if (text === ')') depth--
    if (depth < 0) return 'There is no ( for a ) of this SELECT.'
    found.push({ ...pieceOf(text), depth })
    if (text === '(') depth++
  }
  if (found.some(({ kind, text }) => kind === 'sign' && (text === "'" || text === '"'))) return 'A text or name is not closed: its ending quote is missing.'
  return depth === 0 ? found : 'A ( of this SELECT is not closed.'
}

function pieceOf(text: string): Pick<Piece, 'kind' | 'text'> {
  if (/^([eE]?'.|\$\w*\$.)/s.test(text)) return { kind: 'text', text }
  if (/^"./s.test(text)) return { kind: 'name', text: text.slice(1, -1).replaceAll('""', '"') }
  return /^[\p{L}_]/u.test(text) ? { kind: 'word', text } : { kind: 'sign', text }
}

/** Comments between slash and star, which may nest, put as spaces; undefined where one stays open. */
function withoutBlocks(sql: string): string | undefined {
  const parts = /\/\*|\*\/|--[^\n]*|\$(\w*)\$[\s\S]*?\$\1\$|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g
  let [depth, out] = [0, '']
  for (let found = parts.exec(sql); found; found = parts.exec(sql)) {
    const [text] = found
    if (text === '/*') depth++
    else if (text === '*/' && depth > 0) { depth--; out += ' ' }
    else if (depth === 0) out += text
    else parts.lastIndex = found.index + 1
  }
  return depth === 0 ? out : undefined
}

/** At the beginning of a statement or of a bracketed query, or after the ) of a WITH. */
function opens(body: readonly Piece[], i: number): boolean {
  const [before, after] = [body[i - 1], body[i + 1]]
  const free = !before || before.text === '('  || before.text === ')'
  return free && after !== undefined && (after.kind !== 'sign') && !/^(as|is|in|not|and|or|between|like|asc|desc|over)$/i.test(after.text)
}

/** Every table that is read is `prev` or one that the WITH made. */
function tablesProblem(body: readonly Piece[]): string | undefined {
  const made = new Set(['prev', ...body.flatMap((piece, i) => (piece.kind !== 'text' && isMade(body, i) ? [piece.text.toLowerCase()] : []))])
  const reading: boolean[] = []
  const selecting: boolean[] = []
  for (const [i, piece] of body.entries()) {
    const { depth } = piece
    if (piece.text === '(') [reading[depth + 1], selecting[depth + 1]] = [false, false]
    const reads = isWord(piece, 'join') || isClause(body, i, selecting[depth] === true)
    if (piece.kind === 'word' && endsFrom.test(piece.text)) reading[depth] = false
    if (isWord(piece, 'select')) selecting[depth] = true
    if (reads) reading[depth] = true
    const problem = reads || (piece.text === ',' && reading[depth]) ? tableProblem(body, i + 1, made) : undefined
    if (problem) return problem
  }
  return undefined
}

function isWord(piece: Piece | undefined, ...words: string[]): boolean {
  return piece?.kind === 'word' && words.includes(piece.text.toLowerCase())
}

/** `name [(columns)] AS [NOT] [MATERIALIZED] (` after WITH or a comma. */
function isMade(body: readonly Piece[], i: number): boolean {
  const before = body[i - 1]
  if (!isWord(before, 'with', 'recursive') && before?.text !== ',') return false
  let next = body[i + 1]?.text === '(' ? closing(body, i + 1) + 1 : i + 1
  if (!isWord(body[next], 'as')) return false
  while (isWord(body[next], 'as', 'not', 'materialized')) next++
  return body[next]?.text === '('
}

function closing(body: readonly Piece[], open: number): number {
  return body.findIndex(({ text, depth }, i) => i > open && text === ')' && depth === body[open]?.depth)
}

/** A FROM that names tables: not that of EXTRACT(year FROM x) or IS DISTINCT FROM. */
function isClause(body: readonly Piece[], i: number, selects: boolean): boolean {
  const before = body[i - 1]
  if (!isWord(body[i], 'from')) return false
  if (isWord(before, 'distinct') && isWord(body[i - 2], 'is', 'not')) return false
  return selects || !before || before.text === '(' || before.text === ')'
}

function tableProblem(body: readonly Piece[], at: number, made: ReadonlySet<string>): string | undefined {
  const start = isWord(body[at], 'lateral') ? at + 1 : at
  const [piece, next] = [body[start], body[start + 1]?.text]
  if (!piece || piece.kind === 'sign') return undefined
  if (next === '(' && piece.kind !== 'text') return making.test(piece.text) ? undefined : `${piece.text}(…) is no table that this step may read: read from prev.`
  if (piece.kind === 'text') return `This step may not read the file ${piece.text}: read from prev, or bring the file in as a data set and join it.`
  if (next === '.') return `This step may not read “${piece.text}.${body[start + 2]?.text}” from another database: read from prev.`
  return made.has(piece.text.toLowerCase()) ? undefined : `There is no table “${piece.text}” here: read from prev, the rows before this step.`
}

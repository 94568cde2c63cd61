import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { namedPattern, patternProblem, replacementProblem, rustPattern, rustReplacement } from '../pattern.ts'
import { constant, wholeConstant } from '../typed.ts'
import type { Arg, Fn, Typed } from '../typed.ts'

const text: Arg = { is: 'text', name: 'text' }
const part: Arg = { is: 'text', name: 'part', constant: true }
const pattern: Arg = { is: 'text', name: 'pattern', constant: true, check: (value) => patternProblem(String(value)) }
const part2 = (nodes: readonly Typed[]) => pyString(constant(nodes[1]))

function cased(name: 'lower' | 'upper'): Fn {
  return {
    name, about: `All letters in ${name} case, each by itself: “ß” and “ŉ” keep one sign.`, args: [text], result: 'text',
    sql: ([x]) => `${name}(${x})`, pandas: ([x]) => `arrow(pc.utf8_${name}, ${x})`, polars: ([x]) => `${name}_text(${x})`,
  }
}

function tests(name: 'contains' | 'starts_with' | 'ends_with', about: string, { pandas, polars }: { pandas: string; polars: (x: string | undefined, part: string) => string }): Fn {
  return {
    name, about, args: [text, part], result: 'boolean',
    sql: ([x, y]) => `${name}(${x}, ${y})`,
    pandas: ([x], nodes) => `arrow(pc.${pandas}, ${x}, pattern=${part2(nodes)})`,
    polars: ([x], nodes) => polars(x, part2(nodes)),
  }
}

const substr: Fn = {
  name: 'substr', about: 'A piece of text from a position, the first being 1 and -1 the last; without a length, to the end.',
  args: [
    text,
    { is: 'integer', name: 'start', constant: true, check: (n) => (Number(n) === 0 ? 'Positions begin at 1; -1 is the last.' : undefined) },
    { is: 'integer', name: 'length', constant: true, optional: true, check: (n) => (Number(n) < 0 ? 'A length is zero or more.' : undefined) },
  ],
  result: 'text',
  sql: ([x, start, length]) => `substr(${x}, ${start}${length === undefined ? '' : `, ${length}`})`,
  pandas: ([x], nodes) => `${x}.str.slice(${sliceOf(nodes)})`,
  polars: ([x], nodes) => `piece(${x}, ${sliceOf(nodes)})`,
}

/** Python's start and stop. A start before the text's beginning eats of the length, as in SQL. */
function sliceOf(nodes: readonly Typed[]): string {
  const start = wholeConstant(nodes[1]) ?? 1
  const length = wholeConstant(nodes[2])
  const from = start > 0 ? start - 1 : start
  if (length === undefined) return `${from}, None`
  const to = from + length
  return `${from}, ${from < 0 && to >= 0 ? 'None' : to}`
}

const extract: Fn = {
  name: 'regexp_extract', about: 'What a pattern finds first, or one of its (groups); missing where it finds nothing.',
  args: [text, pattern, { is: 'integer', name: 'group', constant: true, optional: true, check: (n) => (Number(n) < 0 || Number(n) > 9 ? 'A group goes from 0, the whole, to 9.' : undefined) }], result: 'text',
  sql: ([x, y], nodes) => `CASE WHEN regexp_matches(${x}, ${y}) THEN regexp_extract(${x}, ${y}, ${wholeConstant(nodes[2]) ?? 0}) END`,
  pandas: ([x], nodes) => `extracted(${x}, ${pyString(namedPattern(constant(nodes[1])))}, "g${wholeConstant(nodes[2]) ?? 0}")`,
  polars: ([x], nodes) => `extracted(${x}, ${pyString(rustPattern(constant(nodes[1])))}, ${wholeConstant(nodes[2]) ?? 0})`,
}

export const texts: readonly Fn[] = [
  cased('lower'), cased('upper'),
  { name: 'trim', about: 'Text without spaces, tabs and line ends around it.', args: [text], result: 'text', sql: ([x]) => `trim(${x}, ' ' || chr(9) || chr(10) || chr(13))`, pandas: ([x]) => `${x}.str.strip(" \\t\\n\\r")`, polars: ([x]) => `${x}.str.strip_chars(" \\t\\n\\r")` },
  { name: 'length', about: 'The number of code points; an emoji may count as several.', args: [text], result: 'integer', sql: ([x]) => `length(${x})`, pandas: ([x]) => `${x}.str.len().astype(pd.ArrowDtype(pa.int64()))`, polars: ([x]) => `${x}.str.len_chars().cast(pl.Int64)` },
  substr,
  {
    name: 'replace', about: 'Every place of a part put as another, letter for letter.', args: [text, { ...part, check: (value) => (value === '' ? 'Say what is to be replaced.' : undefined) }, { ...part, name: 'by' }], result: 'text',
    sql: ([x, y, z]) => `replace(${x}, ${y}, ${z})`,
    pandas: ([x], nodes) => `arrow(pc.replace_substring, ${x}, pattern=${part2(nodes)}, replacement=${pyString(constant(nodes[2]))})`,
    polars: ([x], nodes) => `${x}.str.replace_all(${part2(nodes)}, ${pyString(constant(nodes[2]))}, literal=True)`,
  },
  {
    name: 'regexp_replace', about: 'Every place that a pattern finds, put as another text; \\1 stands for the first (group).', args: [text, pattern, { ...part, name: 'by', check: (value) => replacementProblem(String(value)) }], result: 'text',
    sql: ([x, y, z]) => `regexp_replace(${x}, ${y}, ${z}, 'g')`,
    pandas: ([x], nodes) => `arrow(pc.replace_substring_regex, ${x}, pattern=${part2(nodes)}, replacement=${pyString(constant(nodes[2]))})`,
    polars: ([x], nodes) => `${x}.str.replace_all(${pyString(rustPattern(constant(nodes[1])))}, ${pyString(rustReplacement(constant(nodes[2])))})`,
  },
  tests('contains', 'True where the text holds the part, letter for letter.', { pandas: 'match_substring', polars: (x, y) => `${x}.str.contains(${y}, literal=True)` }),
  tests('starts_with', 'True where the text begins with the part.', { pandas: 'starts_with', polars: (x, y) => `${x}.str.starts_with(${y})` }),
  tests('ends_with', 'True where the text ends with the part.', { pandas: 'ends_with', polars: (x, y) => `${x}.str.ends_with(${y})` }),
  {
    name: 'regexp_matches', about: 'True where a pattern finds something anywhere in the text; ^ and $ bind it to the ends.', args: [text, pattern], result: 'boolean',
    sql: ([x], nodes) => `regexp_matches(${x}, ${literal(constant(nodes[1]))})`,
    pandas: ([x], nodes) => `arrow(pc.match_substring_regex, ${x}, pattern=${part2(nodes)})`,
    polars: ([x], nodes) => `${x}.str.contains(${pyString(rustPattern(constant(nodes[1])))})`,
  },
  extract,
  {
    name: 'concat', about: 'Values joined as text; missing ones count as empty.', args: [{ is: 'text', name: 'a' }, { is: 'text', name: 'b' }], rest: true, result: 'text',
    sql: (args) => `concat(${args.join(', ')})`,
    pandas: (args, nodes) => `(${args.map((arg, i) => (nodes[i]?.node === 'literal' ? arg : `${arg}.fillna("")`)).join(' + ')})`,
    polars: (args) => `pl.concat_str(${args.join(', ')}, ignore_nulls=True)`,
  },
]

import { z } from 'zod'
import { pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { formatProblem, pythonFormat, strptimeSql } from '../../formula/strptime.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import { inPlace, withColumns } from '../columns/converted.ts'
import { pandasText, polarsText } from '../text/in-place.ts'

const Params = z.object({
  columns: field.columns('Columns', ['text']),
  formats: field.lines('Formats, the first that fits counts').min(1, 'Write at least one format.').default(['%Y-%m-%d']),
  as: z.enum(['DATE', 'TIMESTAMP']).default('DATE').meta({ title: 'Becomes' }),
  onError: z.enum(['null', 'drop', 'fail']).default('null').meta({ title: 'Values that fail' }),
})
type Params = z.infer<typeof Params>

export const parseDate = stepKind({
  op: 'parseDate', title: 'Parse dates', category: 'Date and time', cost: 'cell',
  about: 'Reads text as dates, trying the formats in their order: 03/04 is a day in March or in April, so put the one that your data uses first. A day that does not exist, such as 30 February, fails, and so does a year of two digits under %Y.',
  params: Params,
  upgrade: withColumns,
  says: ({ columns, formats, onError }, name) => `${columns.map(name).join(', ')} as ${formats.join(', ')}, failures ${onError === 'null' ? 'to missing' : onError === 'drop' ? 'drop the row' : 'block publishing'}`,
  apply: (params, context) => {
    const parsed = (id: string) => `CAST(${strptimeSql(`${context.column(id).id}::VARCHAR`, formatsOf(params))} AS ${params.as})`
    return inPlace({ context, set: Object.fromEntries(params.columns.map((id) => [id, parsed(id)])), type: params.as, drop: params.onError === 'drop' })
  },
  pandas: (params, python) => params.columns.flatMap((id) => {
    const name = python.q(id)
    return [
      `parsed = arrow(pc.cast, parsed_times(${pandasText(id, python)}, ${pythonFormats(params)}), target_type=${params.as === 'DATE' ? 'pa.date32()' : 'pa.timestamp("us")'})`,
      ...(params.onError === 'drop' ? [`reads = df[${name}].isna() | parsed.notna()`] : []),
      `df[${name}] = parsed`,
      ...(params.onError === 'drop' ? ['df = df[reads].reset_index(drop=True)'] : []),
    ]
  }),
  polars: (params, python) => params.columns.flatMap((id) => {
    const name = python.q(id)
    const parsed = `parsed_times(${polarsText(id, python)}, ${pythonFormats(params)}).cast(${params.as === 'DATE' ? 'pl.Date' : 'pl.Datetime("us")'})`
    return [
      ...(params.onError === 'drop' ? [`df = df.filter(pl.col(${name}).is_null() | ${parsed}.is_not_null())`] : []),
      `df = df.with_columns(${parsed}.alias(${name}))`,
    ]
  }),
})

function formatsOf({ formats }: Params): readonly string[] {
  const problem = formats.map(formatProblem).find((one) => one !== undefined)
  if (problem) throw new RecipeProblem(problem, 'formats')
  return formats
}

function pythonFormats(params: Params): string {
  return `[${formatsOf(params).map((format) => pyString(pythonFormat(format))).join(', ')}]`
}

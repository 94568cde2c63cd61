import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const Params = z.object({
  column: field.column('Column', ['timestamp']),
  from: z.string().default('UTC').meta({ title: 'From zone' }),
  to: z.string().default('Europe/Berlin').meta({ title: 'To zone' }),
})
type Params = z.infer<typeof Params>

export const timeZone = stepKind({
  op: 'timeZone', title: 'Change time zone', category: 'Date and time', cost: 'cell',
  about: 'Puts clock times of one zone as those of another. A time skipped when summer time begins moves on by the hour that was lost; one that comes twice in autumn is taken as the later.',
  params: Params,
  says: ({ column, from, to }, name) => `${name(column)}: ${from} → ${to}`,
  apply: (params, context) => {
    const { id } = context.column(params.column)
    const [from, to] = zones(params)
    const moment = zoned(params, context) ? id : `(CAST(${id} AS TIMESTAMP) AT TIME ZONE ${literal(from)})`
    return {
      kind: 'cells',
      columns: context.columns.map((one) => (one.id === id ? { ...one, type: 'TIMESTAMP' } : one)),
      set: { [id]: `${moment} AT TIME ZONE ${literal(to)}` },
    }
  },
  pandas: (params, { q, context }) => {
    const [from, to] = zones(params)
    return [`df[${q(params.column)}] = convert(arrow(pc.cast, df[${q(params.column)}], target_type=pa.timestamp("us"), safe=False), lambda v: in_zone(v, ${pyString(zoned(params, context) ? 'UTC' : from)}, ${pyString(to)}), pa.timestamp("us"))`]
  },
  polars: (params, { q, context }) => {
    const [from, to] = zones(params)
    const moment = zoned(params, context) ? `pl.col(${q(params.column)}).dt.convert_time_zone("UTC").dt.replace_time_zone(None)` : `pl.col(${q(params.column)})`
    return [`df = df.with_columns(${moment}.cast(pl.Datetime("us")).map_elements(lambda v: in_zone(v, ${pyString(zoned(params, context) ? 'UTC' : from)}, ${pyString(to)}), return_dtype=pl.Datetime("us")))`]
  },
})

/** A column with its own zone is a moment already: “from” says nothing about it. */
function zoned({ column }: Params, context: Context): boolean {
  return /TIME ZONE|TIMESTAMPTZ/.test(context.column(column).type)
}

function zones({ from, to }: Params): readonly [string, string] {
  for (const [where, zone] of Object.entries({ from, to })) {
    if (!isZone(zone)) throw new RecipeProblem(`There is no time zone “${zone}”: write one such as Europe/Berlin, America/New_York or UTC.`, where)
  }
  return [from, to]
}

function isZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

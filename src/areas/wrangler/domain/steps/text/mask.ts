import { z } from 'zod'
import { never } from '#lib/never.ts'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { onlyWhen } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import { inPlace, pandasInPlace, polarsInPlace, textColumns } from './in-place.ts'

const Params = z.object({
  columns: textColumns(),
  how: z.enum(['keep the last', 'keep the first', 'digits', 'e-mail', 'md5', 'sha256']).default('keep the last').meta({ title: 'Mask' }),
  keep: onlyWhen(z.int().min(0).max(50).default(4).meta({ title: 'Signs or digits left to see' }), { how: ['keep the last', 'keep the first', 'digits'] }),
  salt: onlyWhen(z.string().default('').meta({ title: 'Salt', description: 'Secret text that is hashed along.' }), { how: ['md5', 'sha256'] }),
})
type Params = z.infer<typeof Params>

export const mask = stepKind({
  op: 'maskText', title: 'Mask personal data', category: 'Text', cost: 'cell',
  about: 'Hides names, e-mails, phone and card numbers. A hash without a secret salt is found again by hashing a list of likely values; “digits” masks all digits but the last ones and leaves the rest.',
  params: Params,
  says: ({ columns, how, keep }, name) => `${columns.map(name).join(', ')}: ${how}${/keep|digits/.test(how) ? ` ${keep}` : ''}`,
  apply: (params, context) => inPlace(params.columns, context, (text) => sqlOf(params, text)),
  pandas: (params, python) => pandasInPlace(params.columns, python, (text) => `convert(${text}, lambda v: ${pythonOf(params)}, pa.string())`),
  polars: (params, python) => polarsInPlace(params.columns, python, (text) => `${text}.map_elements(lambda v: ${pythonOf(params)}, return_dtype=pl.String)`),
})

/** A value no longer than what is kept is hidden whole. */
function sqlOf({ how, keep, salt }: Params, text: string): string {
  const hidden = `repeat('*', length(${text}) - ${keep})`
  const short = `WHEN length(${text}) <= ${keep} THEN repeat('*', length(${text}))`
  switch (how) {
    case 'keep the last': return `CASE ${short} ELSE ${hidden} || substr(${text}, length(${text}) - ${keep} + 1) END`
    case 'keep the first': return `CASE ${short} ELSE substr(${text}, 1, ${keep}) || ${hidden} END`
    case 'e-mail': return `regexp_replace(${text}, '([^@ ])[^@ ]*@', '\\1***@', 'g')`
    case 'digits': {
      const split = literal(`^([\\s\\S]*?)((?:[0-9][^0-9]*){${keep}})$`)
      if (keep === 0) return masked(text)
      return `CASE WHEN regexp_matches(${text}, ${split}) THEN ${masked(`regexp_extract(${text}, ${split}, 1)`)} || regexp_extract(${text}, ${split}, 2) ELSE ${masked(text)} END`
    }
    case 'md5': case 'sha256': return `${how}(${literal(salt)} || ${text})`
    default: return never(how)
  }
}

function masked(sql: string): string {
  return `regexp_replace(${sql}, '[0-9]', '*', 'g')`
}

function pythonOf({ how, keep, salt }: Params): string {
  switch (how) {
    case 'keep the last': return `"*" * len(v) if len(v) <= ${keep} else "*" * (len(v) - ${keep}) + v[len(v) - ${keep}:]`
    case 'keep the first': return `"*" * len(v) if len(v) <= ${keep} else v[:${keep}] + "*" * (len(v) - ${keep})`
    case 'e-mail': return 're.sub(r"([^@ ])[^@ ]*@", r"\\1***@", v)'
    case 'digits': return `mask_digits(v, ${keep})`
    case 'md5': case 'sha256': return `hashlib.${how}((${pyString(salt)} + v).encode()).hexdigest()`
    default: return never(how)
  }
}

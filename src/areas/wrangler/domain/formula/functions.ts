import { choices } from './functions/choices.ts'
import { dates } from './functions/dates.ts'
import { numbers } from './functions/numbers.ts'
import { signs } from './functions/signs.ts'
import { texts } from './functions/texts.ts'
import type { Fn } from './typed.ts'

/** What a person may call, in the order of the help. */
export const callable: readonly Fn[] = [...choices, ...numbers, ...texts, ...dates]

const byName: ReadonlyMap<string, Fn> = new Map([...signs, ...callable].map((fn) => [fn.name, fn]))

export function functionOf(name: string): Fn | undefined {
  return byName.get(name)
}

/** `round(x, [decimals])` */
export function signature({ name, args, rest }: Fn): string {
  return `${name}(${args.map((arg) => (arg.optional ? `[${arg.name}]` : arg.name)).join(', ')}${rest ? ', …' : ''})`
}

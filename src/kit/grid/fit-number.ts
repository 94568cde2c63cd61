import { grouped } from './format.ts'

/**
 * A grouped number in at most `letters` letters: whole if it fits, else a whole number without its commas, else rounded to the digits that fit,
 * written out or with an exponent, whichever keeps more of them. Where not one digit has room it is `…`: a cut number would lie about its size.
 */
export function fitNumber(text: string, letters: number): string {
  if (text.length <= letters) return text
  const bare = text.replaceAll(',', '')
  if (/^-?\d+$/.test(bare) && bare.length <= letters) return bare
  const parts = partsOf(bare)
  if (!parts) return text
  const [fixed, scientific] = [fixedIn(parts, letters), scientificIn(parts, letters)]
  return (fixed.digits >= scientific.digits ? fixed : scientific).text
}

/** A number is `sign` d.ddd × 10^`power`; `digits` has no zeros at either end. */
interface Parts { readonly sign: string; readonly digits: string; readonly power: number }
interface Fit { readonly text: string; readonly digits: number }

const none: Fit = { text: '…', digits: 0 }

function partsOf(text: string): Parts | undefined {
  const [match, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? []
  const all = whole + fraction
  const first = all.search(/[1-9]/)
  if (match === undefined || first < 0) return undefined
  return { sign, digits: all.slice(first).replace(/0+$/, ''), power: whole.length - 1 - first + Number(exponent) }
}

/** `more` is 1 where rounding up makes the whole part one digit longer. */
function fixedIn(parts: Parts, letters: number, more = 0): Fit {
  const { sign, digits, power } = parts
  const wholeDigits = Math.max(1, power + 1) + more
  const commas = Math.floor((wholeDigits - 1) / 3)
  const room = letters - sign.length - wholeDigits - commas
  const places = Math.max(0, room - 1)
  const kept = power + 1 + places
  if (room < 0 || kept < 1) return none
  const round = rounded(digits, kept)
  const at = power + round.carry
  const padded = at < 0 ? '0'.repeat(-at) + round.digits : round.digits.padEnd(at + 1, '0')
  const point = Math.max(1, at + 1)
  const fraction = padded.slice(point, point + places)
  const text = `${sign}${grouped(padded.slice(0, point))}${fraction && `.${fraction}`}`
  if (text.length <= letters) return { text, digits: Math.min(kept, digits.length) }
  return more === 0 ? fixedIn(parts, letters, 1) : none
}

function scientificIn({ sign, digits, power }: Parts, letters: number): Fit {
  const exponent = (by: number) => `e${by < 0 ? '-' : '+'}${Math.abs(by)}`
  const room = letters - sign.length - exponent(power).length
  const kept = Math.min(digits.length, room > 2 ? room - 1 : Math.min(1, room))
  if (kept < 1) return none
  const round = rounded(digits, kept)
  const mantissa = round.digits.slice(0, kept)
  const text = `${sign}${mantissa.charAt(0)}${kept > 1 ? `.${mantissa.slice(1)}` : ''}${exponent(power + round.carry)}`
  return text.length <= letters ? { text, digits: kept } : none
}

/** The first `kept` digits, the last one rounded half up; `carry` is 1 when they became one more. */
function rounded(digits: string, kept: number): { readonly digits: string; readonly carry: number } {
  if (digits.length <= kept) return { digits, carry: 0 }
  const up = String(BigInt(digits.slice(0, kept)) + (digits.charAt(kept) >= '5' ? 1n : 0n))
  return { digits: up, carry: up.length - kept }
}

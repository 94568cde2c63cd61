const word = /^[a-z][a-z0-9_]{0,23}$/
const mask = (1n << 64n) - 1n
const bytes = new TextEncoder()

/**
 * What tells the columns that a step makes from one another, by what they are and not by their place, in letters that an id may hold:
 * later steps keep hold of theirs when others come and go. Plain words stand as they are, other texts as a hash; those that are there before are numbered.
 */
export function madeKeys(texts: readonly string[]): string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const plain = word.test(text) ? text : `_${fnv1a(text).toString(36)}`
    let key = plain
    for (let n = 2; taken.has(key); n++) key = `${plain}_${n}`
    taken.add(key)
    return key
  })
}

/** The 64-bit hash of Fowler, Noll and Vo, variant 1a (RFC 9923), of the text's UTF-8. */
function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes.encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask
  return hash
}

import { withBytes } from './open-bytes.ts'

/** By its name, or by the two bytes that pickles of protocol 2 and later begin with; nothing is unpickled. */
export function isPickled(place: string): boolean {
  if (/\.(pkl|pickle|joblib|dill|sav|pt|pth|cloudpickle)$/i.test(place)) return true
  return withBytes(place, ({ at }) => { const [first, second = 9] = at(0, 2); return first === 0x80 && second >= 2 && second <= 5 })
}

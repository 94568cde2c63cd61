import type { Bench, Figure } from './figure.ts'

/** Frames while a person turns the wheel over the big file, and the way to a far row and back. */
export async function* scrollBench(_: Bench): AsyncGenerator<Figure> {
}

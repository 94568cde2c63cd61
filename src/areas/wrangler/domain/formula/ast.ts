/** Where a piece stands in the text: offsets, the end excluded. */
export interface Span { readonly from: number; readonly to: number }

/** Operators are calls too, named by their sign. */
export type Node =
  | { readonly node: 'column'; readonly name: string; readonly at: Span }
  | { readonly node: 'literal'; readonly value: string | number | bigint | boolean | null; readonly at: Span }
  | { readonly node: 'call'; readonly name: string; readonly nameAt: Span; readonly args: readonly Node[]; readonly at: Span }

/** What is wrong with a formula, in a sentence, and where. */
export class FormulaProblem extends Error {
  readonly at: Span
  constructor(message: string, at: Span) {
    super(message)
    this.at = at
  }
}

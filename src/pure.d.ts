/** The few words of the web platform that mean the same in Node and in the browser, and that pure rooms may use. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(bytes?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string
}
declare const crypto: { getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T }
interface AbortSignal { readonly aborted: boolean }

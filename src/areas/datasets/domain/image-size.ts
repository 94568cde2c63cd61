export interface Size { readonly width: number; readonly height: number }

/** Width and height from the first bytes of a PNG, GIF, BMP, WebP or JPEG; undefined for anything else. */
export function imageSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 26) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begins = (text: string, at = 0) => Array.from(text).every((c, i) => bytes[at + i] === c.charCodeAt(0))
  if (begins('PNG', 1)) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (begins('GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (begins('BM')) return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
  if (begins('RIFF') && begins('WEBP', 8)) return webpSize(view, begins)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(view)
  return undefined
}

function webpSize(view: DataView, begins: (text: string, at?: number) => boolean): Size | undefined {
  if (view.byteLength < 30) return undefined
  if (begins('VP8X', 12)) return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) }
  if (begins('VP8L', 12)) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

/** Walks the segments to the frame header (SOF0–SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView): Size | undefined {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

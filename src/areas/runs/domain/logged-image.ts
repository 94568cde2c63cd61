/** What the name of a logged image says; `compressed` is a smaller copy for lists. */
export interface LoggedImage { readonly key: string; readonly step: number | null; readonly time: number | null; readonly compressed: boolean }

const picture = /\.(png|jpe?g|gif|webp|bmp|avif)$/i

/**
 * Reads `images/<key>+step+<n>+timestamp+<ms>+<id>.png` of mlflow.log_image, its older forms with % between and # for / in the key, and any other picture,
 * whose path is its key: `val_step_12.png` and `epoch=3/val.png` tell their step.
 */
export function loggedImage(path: string): LoggedImage | undefined {
  if (!picture.test(path)) return undefined
  const [, key, step, time, rest = ''] = /^images\/(.+?)[+%]step[+%](-?\d+)[+%]timestamp[+%](\d+)[+%](.*)$/s.exec(path) ?? []
  if (key !== undefined) return { key: key.replaceAll(/[~#]/g, '/'), step: Number(step), time: Number(time), compressed: /[+%]compressed\.\w+$/.test(rest) }
  const [, count] = /(?:step|epoch|iter(?:ation)?)[_=-]?(\d+)/i.exec(path) ?? []
  return { key: count === undefined ? path : path.replace(/(step|epoch|iter(?:ation)?)[_=-]?\d+/i, '$1'), step: count === undefined ? null : Number(count), time: null, compressed: false }
}

const svgNamespace = 'http://www.w3.org/2000/svg'

export function box(className: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.append(...inside)
  return element
}

/** An icon of lucide by its paths. */
export function icon(name: keyof typeof paths, { size = 12, label }: { readonly size?: number; readonly label?: string } = {}): SVGElement {
  const svg = drawing(24, 24, label)
  svg.setAttribute('width', String(size))
  svg.setAttribute('height', String(size))
  svg.setAttribute('class', 'rn-icon')
  for (const d of paths[name]) svg.append(path(d))
  return svg
}

const paths = {
  chevron: ['m9 18 6-6-6-6'],
  pin: ['M12 17v5', 'M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z'],
  hidden: ['m15 18-.722-3.25', 'M2 8a10.645 10.645 0 0 0 20 0', 'm20 15-1.726-2.05', 'm4 15 1.726-2.05', 'm9 18 .722-3.25'],
  baseline: ['M6 22V4a1 1 0 0 1 1.55-.83l10.9 6.55a1 1 0 0 1 0 1.66L6 17.5'],
  failed: ['M12 8v4', 'M12 16h.01', 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0'],
  tick: ['M20 6 9 17l-5-5'],
  some: ['M5 12h14'],
} as const

/** A small curve over its own range, with a word for those who do not see it. */
export function sparkline(values: readonly number[], { colour, width = 54, height = 18, label }: { readonly colour: string; readonly width?: number; readonly height?: number; readonly label: string }): SVGElement {
  const svg = drawing(width, height, label)
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.setAttribute('class', 'rn-spark')
  svg.style.color = colour
  svg.append(path(curve(values, width, height)))
  return svg
}

function curve(values: readonly number[], width: number, height: number): string {
  const finite = values.filter(Number.isFinite)
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  const x = (i: number) => (values.length === 1 ? width / 2 : 1 + (i / (values.length - 1)) * (width - 2))
  const y = (value: number) => (high === low ? height / 2 : height - 3 - ((value - low) / (high - low)) * (height - 6))
  const points = values.flatMap((value, i) => (Number.isFinite(value) ? [`${x(i).toFixed(1)} ${y(value).toFixed(1)}`] : []))
  if (points.length === 1) return `M${points[0] ?? ''}h.01`
  return points.length === 0 ? '' : `M${points.join('L')}`
}

function drawing(width: number, height: number, label: string | undefined): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  if (label === undefined) svg.setAttribute('aria-hidden', 'true')
  else {
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
  }
  return svg
}

function path(d: string): SVGElement {
  const element = document.createElementNS(svgNamespace, 'path')
  element.setAttribute('d', d)
  return element
}

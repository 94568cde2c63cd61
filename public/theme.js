// Before the first paint, so that a dark studio does not flash white.
document.documentElement.dataset.theme = localStorage.getItem('atelier-theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
document.documentElement.dataset.density = localStorage.getItem('atelier-density') || 'normal'

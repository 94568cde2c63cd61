import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { asking } from '#wire/ask.ts'
import type { Studio } from './studio.ts'
import { useValue } from './useValue.ts'

/** Puts theme and density on the page, follows the system and the settings file; returns the theme that shows. */
export function useLook({ settings, theme, notices }: Studio): 'light' | 'dark' {
  const { data } = useQuery(asking(workspaces.settings, {}))
  const chosen = useValue(settings)
  useEffect(() => { if (data) settings.set(data.settings) }, [data, settings])
  const problem = data?.problem
  useEffect(() => { if (problem) notices.notify({ kind: 'warn', text: problem }) }, [problem, notices])
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)')
    const show = () => {
      const next = chosen.theme === 'system' ? (system.matches ? 'dark' : 'light') : chosen.theme
      document.documentElement.dataset.theme = next
      theme.set(next)
      localStorage.setItem('atelier-theme', chosen.theme === 'system' ? '' : next)
    }
    show()
    system.addEventListener('change', show)
    return () => system.removeEventListener('change', show)
  }, [chosen.theme, theme])
  useEffect(() => {
    document.documentElement.dataset.density = chosen.density
    localStorage.setItem('atelier-density', chosen.density)
  }, [chosen.density])
  return useValue(theme)
}

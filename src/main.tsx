import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import './kit/base.css'
import './studio/studio.css'
import { Start } from './studio/Start.tsx'
import { Problem } from '#wire/problem.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, refetchOnWindowFocus: false, retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.code !== 'failed') },
  },
})

const root = document.getElementById('root')
if (root) createRoot(root).render(<QueryClientProvider client={queries}><Start /></QueryClientProvider>)

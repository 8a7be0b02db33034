import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { OpenedPages } from './platform/opened-pages'
import { queryClient } from './platform/query-client'
import { startPlatform } from './platform/start'
import './ui/styles/index.scss'

startPlatform()

export default function App({ children }: { children?: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <OpenedPages>{children}</OpenedPages>
    </QueryClientProvider>
  )
}

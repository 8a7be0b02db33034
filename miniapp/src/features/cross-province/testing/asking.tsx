import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { wentTo } from '../../../../test/hands'
import { renderPage } from '../../../../test/render-page'
import QuestionPage from '../pages/question/index'
import { ASKED, verified } from './across'

const QUERY = '?side=county&region=jian&item=pension-transfer'

/** The address of a page of this feature. */
export const at = (page: string, query = ''): string => `/features/cross-province/pages/${page}/index${query}`
/** The same, of what these tests are about. */
export const about = (page: string, more = ''): string => at(page, `${QUERY}${more}`)
export const questionAt = (id: string): string => about('question', `&question=${id}`)

/** Opens a page about it for somebody whose name is verified. */
export const open = (page: ReactNode, query: Record<string, string> = {}) =>
  renderPage(page, { signedIn: verified, query: { ...ASKED, ...query } })
export const ask = (question: string, more: Record<string, string> = {}) => open(<QuestionPage />, { question, ...more })

export const goesTo = (address: string): Promise<void> =>
  waitFor(() => {
    expect(wentTo()).toBe(address)
  })

/** Above and beside the field, in the same words. */
export function saysWrong(message: string): void {
  expect(screen.getByRole('alert').textContent).toContain(message)
  expect(screen.getByText(`错误：${message}`)).toBeTruthy()
}

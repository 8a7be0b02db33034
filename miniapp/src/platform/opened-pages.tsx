import { Children, Fragment, isValidElement, useCallback, useMemo, useState, type ReactNode } from 'react'
import { PageContext, type Acting } from './acting'

function OpenedPage({ children }: { children: ReactNode }) {
  const [acting, setActing] = useState<Acting | null | undefined>(undefined)
  const bind = useCallback((first: Acting | null) => {
    setActing((before) => (before === undefined ? first : before))
  }, [])
  const page = useMemo(() => ({ acting, bind }), [acting, bind])
  return <PageContext.Provider value={page}>{children}</PageContext.Provider>
}

/** All pages that are open, as Taro hands them to the app: each keeps to the person for whom it was opened. */
export function OpenedPages({ children }: { children?: ReactNode }) {
  // In a browser they come in a fragment, in WeChat as a list.
  const inFragment = isValidElement<{ children?: ReactNode }>(children) && children.type === Fragment
  return Children.map(inFragment ? children.props.children : children, (page) => <OpenedPage>{page}</OpenedPage>)
}

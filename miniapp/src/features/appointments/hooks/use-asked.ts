import { useRef, useState } from 'react'

/** Asks the phone something, one at a time: a second tap while it is asking is none. `answer` is null until there is one. */
export function useAsked(ask: () => Promise<boolean>): { answer: boolean | null; handleAsk: () => Promise<void> } {
  const [answer, setAnswer] = useState<boolean | null>(null)
  const asking = useRef(false)
  return {
    answer,
    handleAsk: async () => {
      if (asking.current) return
      asking.current = true
      setAnswer(await ask())
      asking.current = false
    },
  }
}

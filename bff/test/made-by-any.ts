/** Whether AbortSignal.any made it: then each signal it was made from remembers it for as long as that signal lives (Node 20). */
export function isMadeByAny(signal: AbortSignal): boolean {
  return Object.getOwnPropertySymbols(signal).some(({ description }) => description === 'kSourceSignals')
}

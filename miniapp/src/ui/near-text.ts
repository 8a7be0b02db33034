/** Wording of lists of places that may be sorted by distance; apart from text.ts, which every page carries. */
export const nearText = {
  ask: '近的排在前面',
  why: '手机会问您能不能用位置。位置只在手机上算远近，不发给我们，也不留下。',
  done: '已把近的排在前面',
  refused: '没有拿到您的位置，先按原来的顺序排。',
  refusedNext: '想按远近排，请在手机设置里允许使用位置，再点一次。',
  away: (metres: number) =>
    metres < 1000 ? `约 ${String(Math.max(100, Math.round(metres / 100) * 100))} 米` : `约 ${(metres / 1000).toFixed(1)} 公里`,
} as const

/** 2026年9月, from `YYYY-MM`. */
export const formatMonth = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`

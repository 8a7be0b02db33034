/** Mocks of the wx APIs, without types of their own. */
declare module 'miniprogram-simulate/src/api' {
  const apis: Record<string, unknown>
  export = apis
}

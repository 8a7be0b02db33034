// Before anything is imported: the constants that the build would put in (config/index.ts).
process.env['TARO_ENV'] = 'h5'
Object.assign(globalThis, {
  API_BASE_URL: '',
  WECHAT_TEMPLATES: { case_changed: 'case-changed', visit: 'visit' },
  IS_REACT_ACT_ENVIRONMENT: true,
})

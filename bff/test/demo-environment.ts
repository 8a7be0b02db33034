/** The environment in which the fake departments are the departments. */
export function demoEnvironment(fakesUrl: string): Record<string, string> {
  const signed = (prefix: string): Record<string, string> => ({
    [`${prefix}_URL`]: `${fakesUrl}/${prefix.toLowerCase()}`,
    [`${prefix}_PAASID`]: 'one-visit',
    [`${prefix}_TOKEN`]: 'demo-tif-token',
  })
  return {
    ...signed('POLICE'),
    ...signed('CASES'),
    ...signed('HEALTH'),
    ...signed('COMMUNICATIONS'),
    ...signed('INSURANCE'),
    ...signed('LICENCE_LIBRARY'),
    ...signed('SOCIAL_SECURITY'),
    ...signed('SMS'),
    ...signed('PROVINCIAL'),
    WECHAT_URL: `${fakesUrl}/wechat`,
    WECHAT_APP_ID: 'wx-demo-app',
    WECHAT_SECRET: 'demo-wechat-secret',
    WECHAT_TEMPLATE_CASE_CHANGED: 'tmpl-case-changed',
    WECHAT_TEMPLATE_VISIT: 'tmpl-visit',
  }
}

// Imported first by tests of what only the WeChat build shows: the target is read when src/platform/target.ts is loaded.
process.env['TARO_ENV'] = 'weapp'

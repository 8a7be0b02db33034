import path from 'node:path'
import { createRequire } from 'node:module'
import { root } from './steps.mjs'

/** Taro takes its project from the working directory. */
process.chdir(path.join(root, 'miniapp'))
process.argv.splice(2, process.argv.length, 'build', '--type', 'h5', '--watch')
const require = createRequire(path.join(root, 'miniapp', 'package.json'))
require(path.join(path.dirname(require.resolve('@tarojs/cli/package.json')), 'bin', 'taro'))

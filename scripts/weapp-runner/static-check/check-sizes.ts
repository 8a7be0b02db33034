import { weChatLimits } from '../limits'
import { MAIN_PACKAGE, type PackageFiles } from '../package-files'
import type { Findings } from './findings'

/** Bytes a package may have at most. */
export interface SizeBudget {
  mainBytes?: number
  subpackageBytes?: number
}

const LARGE_IMAGE_BYTES = 200 * 1024
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

function measure(files: PackageFiles): Record<string, number> {
  const sizes: Record<string, number> = {}
  for (const file of files.list) {
    if (file.endsWith('.map')) continue
    const owner = files.packageOf(file)
    sizes[owner] = (sizes[owner] ?? 0) + files.size(file)
  }
  return sizes
}

/** Sizes by package, held against WeChat's limits and the given budget. */
export function checkSizes(files: PackageFiles, findings: Findings, budget: SizeBudget): Record<string, number> {
  const sizes = measure(files)
  for (const [owner, bytes] of Object.entries(sizes)) {
    const own = owner === MAIN_PACKAGE ? budget.mainBytes : budget.subpackageBytes
    const limit = Math.min(own ?? weChatLimits.packageBytes, weChatLimits.packageBytes)
    if (bytes > limit) findings.error(owner, `package of ${kilobytes(bytes)} is larger than ${kilobytes(limit)}`)
  }
  const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)
  if (total > weChatLimits.totalBytes) findings.error('total', `${kilobytes(total)} is larger than 30 MB`)
  for (const file of files.list) {
    if (/\.map$|\.LICENSE\.txt$/.test(file)) findings.warn(file, 'not needed in the upload (packOptions.ignore)')
    if (/\.(png|jpe?g|gif|svg)$/.test(file) && files.size(file) > LARGE_IMAGE_BYTES) {
      findings.warn(file, `image of ${kilobytes(files.size(file))} is larger than 200 KB`)
    }
  }
  return sizes
}

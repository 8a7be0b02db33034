/** Draws the tab icons (81 × 81 PNG, the size WeChat asks for) from shapes, so that they can be changed without a drawing tool. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const SIZE = 81
const SAMPLES = 4
const COLOURS = { '': [0x3a, 0x42, 0x4d], '-selected': [0x15, 0x52, 0xb5] }

const box = (left, top, right, bottom) => (x, y) => x >= left && x <= right && y >= top && y <= bottom
const disc = (cx, cy, radius) => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2
const roof = (x, y) => y >= 12 && y <= 40 && Math.abs(x - 40.5) <= (y - 12) * 1.15
const any =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y))
const without =
  (shape, ...holes) =>
  (x, y) =>
    shape(x, y) && !any(...holes)(x, y)

const ICONS = {
  home: without(any(roof, box(17, 40, 64, 68)), box(34, 48, 47, 68)),
  services: without(box(18, 12, 63, 69), box(28, 24, 53, 29), box(28, 38, 53, 43), box(28, 52, 44, 57)),
  messages: without(
    any(box(12, 16, 69, 56), (x, y) => y >= 56 && y <= 70 && x >= 24 && x <= 24 + (70 - y)),
    box(24, 28, 57, 33),
    box(24, 40, 46, 45),
  ),
  me: any(disc(40.5, 27, 15), (x, y) => y <= 68 && disc(40.5, 74, 28)(x, y)),
}

/** The share of a pixel that a shape covers, as an alpha of 0–255. */
function coverage(shape, x, y) {
  let inside = 0
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    if (shape(x + ((i % SAMPLES) + 0.5) / SAMPLES, y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES)) inside += 1
  }
  return Math.round((255 * inside) / (SAMPLES * SAMPLES))
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function png(shape, colour) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = []
  for (let y = 0; y < SIZE; y += 1) {
    rows.push(0)
    for (let x = 0; x < SIZE; x += 1) rows.push(...colour, coverage(shape, x, y))
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}

const folder = path.resolve(import.meta.dirname, '../src/assets/tabs')
mkdirSync(folder, { recursive: true })
for (const [name, shape] of Object.entries(ICONS)) {
  for (const [suffix, colour] of Object.entries(COLOURS))
    writeFileSync(path.join(folder, `${name}${suffix}.png`), png(shape, colour))
}

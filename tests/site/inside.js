// Runs inside each page that is checked: keeps what goes wrong, and measures the contrast of every text that is shown.
window.wrong = []
addEventListener("error", event => wrong.push(event.message || `not loaded: ${event.target.src || event.target.href}`), true)
addEventListener("unhandledrejection", event => wrong.push(String(event.reason)))
const report = console.error
console.error = (...words) => (wrong.push(words.join(" ")), report(...words))

function rgba(text) {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number)
  return [red, green, blue, alpha]
}

function over([red, green, blue, alpha], below) {
  return [red, green, blue].map((part, index) => part * alpha + below[index] * (1 - alpha)).concat(1)
}

function background(element) {
  const layers = []
  for (let at = element; at; at = at.parentElement) {
    const color = rgba(getComputedStyle(at).backgroundColor)
    if (color[3]) layers.push(color)
    if (color[3] === 1) break
  }
  return layers.reduceRight((below, color) => over(color, below), [255, 255, 255, 1])
}

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map(part => part / 255).map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(element) {
  const below = background(element)
  const [light, dark] = [over(rgba(getComputedStyle(element).color), below), below].map(luminance).sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function needed(style) {
  const size = parseFloat(style.fontSize)
  return size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5
}

function shown(element) {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0
}

window.pale = () => {
  const found = new Map()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement
    if (!text.data.trim() || element.closest("script, style, noscript, template, .md-skip") || !shown(element)) continue
    const measured = contrast(element)
    const kind = `${element.tagName.toLowerCase()}.${element.className}`
    if (measured < needed(getComputedStyle(element)) && !found.has(kind)) {
      found.set(kind, `${kind} in ${element.parentElement.tagName.toLowerCase()}.${element.parentElement.className}: "${text.data.trim().slice(0, 30)}" has ${measured.toFixed(2)}`)
    }
  }
  return [...found.values()]
}

window.overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

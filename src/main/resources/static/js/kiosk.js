// A tablet at the counter: the next resident finds the first page, and nothing of the one before.
(() => {
  const home = document.querySelector('[data-kiosk-home]').href
  const screen = document.body.dataset.kiosk
  const times = { thanks: 8000, question: 60000 }
  const grace = 15000
  const reset = () => location.replace(home)

  // a page out of the history would show what was answered
  addEventListener('pageshow', (event) => { if (event.persisted) reset() })
  addEventListener('contextmenu', (event) => event.preventDefault())

  if (!(screen in times)) return
  if (screen === 'thanks') {
    setTimeout(reset, times.thanks)
    return
  }
  const dialog = document.getElementById('kiosk-idle')
  let timer
  const ask = () => {
    dialog.showModal()
    timer = setTimeout(reset, grace)
  }
  const awake = () => {
    clearTimeout(timer)
    if (dialog.open) dialog.close()
    timer = setTimeout(ask, times.question)
  }
  for (const sign of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(sign, awake, { passive: true })
  dialog.querySelector('[data-kiosk-continue]').addEventListener('click', awake)
  awake()
})()

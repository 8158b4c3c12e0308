// A tablet at the counter: the next resident finds the first page, and nothing of the one before.
(() => {
  const home = document.querySelector('[data-kiosk-home]').href
  const screen = document.body.dataset.kiosk
  const times = { thanks: 8000, fault: 15000, missing: 15000, welcome: 60000, question: 60000, later: 120000, closed: 300000 }
  const grace = 15000
  const reset = () => location.replace(home)

  // a page out of the history would show what was answered
  addEventListener('pageshow', (event) => { if (event.persisted) reset() })
  addEventListener('contextmenu', (event) => event.preventDefault())

  // the first page in French is where everybody begins
  if (screen === 'welcome' && document.documentElement.lang === 'fr') return
  if (screen === 'thanks') {
    setTimeout(reset, times.thanks)
    return
  }
  const dialog = document.getElementById('kiosk-idle')
  let timer
  const ask = () => {
    if (!dialog) return reset()
    dialog.showModal()
    timer = setTimeout(reset, grace)
  }
  const awake = () => {
    clearTimeout(timer)
    if (dialog?.open) dialog.close()
    timer = setTimeout(ask, times[screen])
  }
  for (const sign of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(sign, awake, { passive: true })
  dialog?.querySelector('[data-kiosk-continue]').addEventListener('click', awake)
  awake()
})()

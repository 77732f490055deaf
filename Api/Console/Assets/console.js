// What the console does a little better with a script. Every page works without it.

// Words appear in the phone while they are typed.
const previews = name => document.querySelectorAll(`[data-preview="${CSS.escape(name)}"]`);

function show(source) {
    const name = source.dataset.previewSource;
    for (const target of previews(name)) {
        if (name.endsWith("Tone")) target.dataset.tone = source.value.toLowerCase();
        else target.textContent = source.value || fallback(name);
    }
}

// Without English words everybody reads the Korean ones.
function fallback(name) {
    if (!name.endsWith("English")) return "";
    return document.querySelector(`[data-preview-source="${CSS.escape(name.replace(/English$/, "Korean"))}"]`)?.value ?? "";
}

function sumWeights() {
    const output = document.querySelector("[data-weights]");
    if (!output) return;
    const weights = [...document.querySelectorAll('[data-preview-source="weight"]')].map(field => Number(field.value));
    const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 100) / 100;
    output.textContent = Number.isFinite(sum) ? `${output.dataset.weights}: ${sum} %` : "";
}

document.addEventListener("input", event => {
    const source = event.target;
    const name = source.dataset?.previewSource;
    if (!name) return;
    if (name === "weight") return sumWeights();
    show(source);
    const english = document.querySelector(`[data-preview-source="${CSS.escape(name.replace(/Korean$/, "English"))}"]`);
    if (english) show(english);
});

// An arm that shows nothing hides the fields of its notice.
function toggle(box) {
    const fields = document.querySelector(`[data-toggled="${CSS.escape(box.dataset.toggles)}"]`);
    if (fields) fields.hidden = !box.checked;
}

for (const box of document.querySelectorAll("[data-toggles]")) {
    toggle(box);
    box.addEventListener("change", () => toggle(box));
}

for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
        const field = document.getElementById(button.dataset.copy);
        await navigator.clipboard.writeText(field.value);
        field.select();
    });
}

sumWeights();
document.querySelector("[data-focus]")?.focus();

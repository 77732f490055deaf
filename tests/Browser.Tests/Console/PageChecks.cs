namespace Jobs.Browser.Tests.Console;

/// <summary>Scripts that look at a page in the browser and tell what is wrong with it.</summary>
internal static class PageChecks
{
    /// <summary>Names, one heading on top, none skipped, landmarks, links that lead somewhere, nothing cut off.</summary>
    public const string Structure = """
        () => {
            const found = [];
            const visible = element => element.getClientRects().length > 0;
            for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
                if (visible(field) && !field.labels?.length && !field.ariaLabel) found.push(`no label: ${field.id}`);
            for (const button of document.querySelectorAll('button, a[href]'))
                if (visible(button) && !button.ariaHidden && !button.textContent.trim() && !button.ariaLabel)
                    found.push(`no name: ${button.outerHTML}`);
            const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map(heading => Number(heading.tagName[1]));
            if (headings.filter(level => level === 1).length !== 1) found.push(`h1: ${headings}`);
            headings.forEach((level, index) => {
                if (level > (headings[index - 1] ?? 0) + 1) found.push(`headings: ${headings}`);
            });
            for (const landmark of ['header', 'main'])
                if (document.querySelectorAll(landmark).length !== 1) found.push(`landmark ${landmark}`);
            for (const nav of document.querySelectorAll('nav')) if (!nav.ariaLabel) found.push('nav without a name');
            for (const table of document.querySelectorAll('table')) if (!table.caption) found.push('table without a caption');
            for (const heading of document.querySelectorAll('thead th'))
                if (heading.scope !== 'col') found.push(`no scope: ${heading.textContent}`);
            const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
            ids.filter((id, index) => ids.indexOf(id) !== index).forEach(id => found.push(`twice: #${id}`));
            for (const link of document.querySelectorAll('a[href*="#"]'))
                if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) found.push(`leads nowhere: ${link.hash}`);
            for (const described of document.querySelectorAll('[aria-describedby]'))
                for (const id of described.getAttribute('aria-describedby').split(' '))
                    if (!document.getElementById(id)) found.push(`nothing describes ${described.id}: ${id}`);
            if (!document.documentElement.lang) found.push('no language');
            if (!document.title) found.push('no title');
            const width = document.documentElement.clientWidth;
            const wide = [...document.querySelectorAll('main *, header *')]
                .find(element => element.getBoundingClientRect().right > width + 1);
            if (document.documentElement.scrollWidth > width)
                found.push(`${location.pathname} scrolls sideways: ${wide?.outerHTML.slice(0, 80)}`);
            // On a desk there is room for everything; a phone may scroll a wide table inside of its box.
            if (width >= 1000)
                for (const box of document.querySelectorAll('.scroll'))
                    if (box.scrollWidth > box.clientWidth + 1) found.push(`cut off: ${box.textContent.trim().slice(0, 80)}`);
            return found;
        }
        """;

    /// <summary>
    /// Every text, and what stands in fields, against the colour behind it: 4.5 to 1; large text and the edges of fields 3 to 1.
    /// </summary>
    /// <remarks>https://www.w3.org/TR/WCAG22/#contrast-minimum, #non-text-contrast, #dfn-relative-luminance.</remarks>
    public const string Contrast = """
        () => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const parse = color => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
                return { channels: [red, green, blue], alpha: alpha / 255 };
            };
            const over = (front, alpha, back) => front.map((channel, index) => channel * alpha + back[index] * (1 - alpha));
            const backOf = element => {
                if (!element) return [255, 255, 255];
                const { channels, alpha } = parse(getComputedStyle(element).backgroundColor);
                return alpha === 1 ? channels : over(channels, alpha, backOf(element.parentElement));
            };
            const opacityOf = element =>
                element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
            const luminance = channels => channels
                .map(channel => channel / 255)
                .map(channel => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
                .reduce((sum, channel, index) => sum + channel * [0.2126, 0.7152, 0.0722][index], 0);
            const ratio = (one, other) => {
                const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
                return (high + 0.05) / (low + 0.05);
            };
            const found = new Set();
            const check = (element, color, least, words, back = backOf(element)) => {
                const { channels, alpha } = parse(color);
                const reached = ratio(over(channels, alpha * opacityOf(element), back), back);
                if (reached >= least) return;
                found.add(`${reached.toFixed(2)} of ${least}: ${color} on ${back.map(Math.round)}: ${words}`);
            };
            const leastOf = style => {
                const [pixels, weight] = [parseFloat(style.fontSize), Number(style.fontWeight)];
                return pixels >= 24 || (pixels >= 18.66 && weight >= 700) ? 3 : 4.5;
            };
            let texts = 0;
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const [text, element] = [walker.currentNode.textContent.trim(), walker.currentNode.parentElement];
                const box = element.getBoundingClientRect();
                if (!text || box.width <= 1 || !element.checkVisibility({ visibilityProperty: true })) continue;
                if (element.closest('title, desc, option')) continue;
                const style = getComputedStyle(element);
                check(element, element.closest('svg') ? style.fill : style.color, leastOf(style), text.slice(0, 60));
                texts++;
            }
            for (const field of document.querySelectorAll('input[type=text], input[type=datetime-local], textarea, select')) {
                if (!field.checkVisibility()) continue;
                const style = getComputedStyle(field);
                check(field, style.color, leastOf(style), `in ${field.name}`);
                check(field, style.borderTopColor, 3, `edge of ${field.name}`, backOf(field.parentElement));
            }
            if (texts < 3) found.add('There is hardly any text: was the page drawn?');
            return [...found];
        }
        """;
}

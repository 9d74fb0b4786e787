import type { BehaviourId } from './behaviours.ts';

/** Texts that name other people's secrets, persistence or defences, wherever a script of any language holds them. */
export const TELLING_TEXTS: readonly { readonly behaviour: BehaviourId; readonly matches: RegExp }[] = [
  { behaviour: 'defender-exclusion', matches: /\bAdd-MpPreference\b[^\n]{0,80}-Exclusion/i },
  {
    behaviour: 'protection-off',
    matches:
      /\bSet-MpPreference\b[^\n]{0,80}-Disable|\bDisableAntiSpyware\b|\b(?:sc|net)(?:\.exe)?\s{1,4}(?:stop|config|delete)\s{1,4}["']?WinDefend\b|\bspctl\s{1,4}--(?:master|global)-disable\b|\bvssadmin(?:\.exe)?\s{1,4}delete\s{1,4}shadows\b|\bnetsh\s{1,4}advfirewall\s{1,4}set\s{1,4}\w{1,20}\s{1,4}state\s{1,4}off\b/i,
  },
  {
    behaviour: 'vendor-task',
    matches:
      /\b(?:schtasks(?:\.exe)?\s{0,4}["',\s]{0,6}\/create|Register-ScheduledTask|New-Service|sc(?:\.exe)?\s{1,4}create)\b[^\n]{0,200}?(?:Microsoft|Windows|Edge|Google|Chrome|OneDrive|Adobe|Nvidia|Intel|Defender)\w{0,40}/i,
  },
  {
    behaviour: 'scheduled-task',
    matches: /\bschtasks(?:\.exe)?\s{0,4}["',\s]{0,6}\/create\b|\bRegister-ScheduledTask\b/i,
  },
  {
    behaviour: 'starts-at-login',
    matches:
      /Software\\{1,2}Microsoft\\{1,2}Windows\\{1,2}CurrentVersion\\{1,2}Run(?:Once)?\b|Start Menu\\{1,2}Programs\\{1,2}Startup|\bshell:startup\b/i,
  },
  {
    behaviour: 'stolen-data',
    matches:
      /\bUser Data\\{0,2}\/?[^\n]{0,40}\b(?:Login Data|Local State|Web Data|Cookies)\b|\b(?:Login Data|key4\.db|logins\.json)["']|nkbihfbeogaeaoehlefnkodbefgpgknn|\b(?:Exodus\\{1,2}exodus\.wallet|Electrum\\{1,2}wallets|Ethereum\\{1,2}keystore|Local Storage\\{1,2}leveldb|atomic\\{1,2}Local Storage)\b|\bwallet\.dat\b|\bfilezilla\\{1,2}(?:recentservers|sitemanager)\.xml\b/i,
  },
  {
    behaviour: 'reads-credentials',
    matches:
      /\.ssh[\\/]{1,2}id_(?:rsa|ed25519)\b|\.aws[\\/]{1,2}credentials\b|\.cache[\\/]{1,2}huggingface[\\/]{1,2}token\b|\.git-credentials\b|\.kube[\\/]{1,2}config\b/i,
  },
  { behaviour: 'blinds-defences', matches: /\bAmsi(?:ScanBuffer|Utils|InitFailed)\b|\bEtwEventWrite\b|\bamsi\.dll\b/i },
  {
    behaviour: 'checks-for-analysis',
    matches:
      /\bIsDebuggerPresent\b|\b(?:vmtoolsd|VBoxService|vboxtray|SbieDll|wireshark\.exe|procmon\.exe|x64dbg\.exe)\b/i,
  },
  {
    behaviour: 'phishes-password',
    matches: /\bosascript\b[^\n]{0,200}\bdisplay dialog\b[^\n]{0,200}(?:password|hidden answer)/i,
  },
];

#ifndef PDUKIT_CLIENT_CLI_HELP_TEXT_H_
#define PDUKIT_CLIENT_CLI_HELP_TEXT_H_

// What --help and the manual page say besides the options.

namespace pdukit::client {

inline constexpr char kDescription[] =
    "Switches the power of machines, and shows it.\n"
    "\n"
    "Verbs:\n"
    "  on       switch on, and see that it is\n"
    "  off      switch off, and see that it is\n"
    "  cycle    switch off, wait, and switch on\n"
    "  status   print one word: on, off, pending-on, pending-off or unknown\n"
    "  read     print what is metered: voltage, current, power, energy\n"
    "  list     print a row for each outlet: number, state, name\n"
    "  discover HOST[:PORT]|CIDR...\n"
    "           ask these addresses, and no others, which PDU they are\n"
    "  probe    print what kind of PDU --host is, and what it can do\n"
    "  completion bash|zsh\n"
    "           print what makes the shell complete this command\n"
    "\n"
    "EXPORT names one of the exports of a Jumpstarter exporter file "
    "(--config).\n"
    "Without it the command goes to the export marked `default: true`, else "
    "to\n"
    "the only power export that is not SNMP, else to the only power export.\n"
    "\n"
    "MACHINE names machines of a lab file (--lab); without any, status, read "
    "and\n"
    "list are about all of them.";

inline constexpr char kFooter[] =
    "Exporter files:\n"
    "  jumpstarter_driver_snmp.driver.SNMPServer     an outlet of a PDU\n"
    "  jumpstarter_driver_shell.driver.Shell         commands\n"
    "  jumpstarter_driver_gpiod.driver.PowerSwitch   a GPIO line\n"
    "  jumpstarter_driver_power.driver.MockPower     nothing\n"
    "  These types of exports switch power; others are left alone.\n"
    "\n"
    "Environment:\n"
    "  POWER_CONFIG      the exporter file, where neither --config nor --host "
    "is\n"
    "                    given\n"
    "  POWER_LAB         the lab file, likewise\n"
    "  POWER_COMMUNITY, POWER_AUTH_KEY, POWER_PRIV_KEY\n"
    "                    secrets that neither an option nor the file gives; a "
    "key\n"
    "                    that --host still lacks is asked for on the terminal\n"
    "\n"
    "Exit codes:\n"
    "  0  done, and seen to be done\n"
    "  1  failed\n"
    "  2  wrong use: the command line, the exporter or the lab file; nothing "
    "was\n"
    "     sent\n"
    "  With --fence-exit-codes:\n"
    "  0  done; status: on\n"
    "  1  failed, wrong use; status: unknown\n"
    "  2  status: off\n"
    "\n"
    "Examples:\n"
    "  power --host 10.0.0.7 --outlet 3 off\n"
    "  power --host 10.0.0.7 --outlet 3 read --count 0\n"
    "  power --host '[::1]:1161' list --json\n"
    "  power --config exporter.yaml snmp cycle --wait 5\n"
    "  power discover 10.0.0.0/24 --community public\n"
    "  POWER_CONFIG=exporter.yaml power off\n"
    "  power --lab lab.yaml on 'web-[1-20]' db-3 --stagger 500ms\n"
    "  power --lab lab.yaml off --all --on-pdu rack4\n";

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_HELP_TEXT_H_
